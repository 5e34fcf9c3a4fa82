// Preloaded with --import, and plain JavaScript, so that it can speak on a Node too old to read our TypeScript.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Recite runs on Node.js 22.18 or later; this is ${process.versions.node} on ${process.platform}-${process.arch}.\n` +
      "On Linux (x64, arm64) `npm ci` brings Node.js 24 along; use `npm start` and do not omit optional packages.\n" +
      "On macOS install Node.js 24 from https://nodejs.org (or `brew install node@24`) and run the command again.",
  );
  process.exit(1);
}
