// Preloaded into the processes the launcher starts: when it dies, even by kill -9, its channel closes and they leave too.
// The channel must stay referenced (`next dev` would end at once), and Next's own workers have parents of their own.
if (process.send && !process.env.NEXT_PRIVATE_WORKER) process.once("disconnect", () => process.exit(0));
