/** `npm run db:migration -- <name>`: writes the migration that leads from the existing ones to prisma/schema. */
import { mkdirSync, writeFileSync } from "node:fs";
import { inProject } from "./lib/project.ts";
import { missingMigration } from "./lib/schema-engine.ts";
import { startThrowaway } from "./lib/throwaway.ts";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    "A migration needs a name of small letters, digits and _, for example: npm run db:migration -- class_codes",
  );
  process.exit(2);
}

const given = process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL;
const throwaway = given ? null : await startThrowaway();
try {
  const sql = await missingMigration(given ?? throwaway?.url("postgres", "postgres") ?? "");
  if (sql === null) console.log("Nothing to write: the migrations lead to prisma/schema already.");
  else {
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const folder = `prisma/migrations/${stamp}_${name}`;
    mkdirSync(inProject(folder), { recursive: true });
    writeFileSync(inProject(folder, "migration.sql"), sql);
    console.log(`Wrote ${folder}/migration.sql: read it before you commit it.`);
  }
} finally {
  await throwaway?.stop();
}
