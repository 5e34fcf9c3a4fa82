// Stands for the package `server-only`, which exists to break client bundles and has nothing to say to a test.
export {};
