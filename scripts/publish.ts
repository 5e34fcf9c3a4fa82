/** Publishes the packs of content/ into the database of `DATABASE_ADMIN_URL`; an unchanged pack changes nothing. */
import { publishPacks } from "../lib/server/publish.ts";

try {
  const { published } = await publishPacks(process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL || "");
  for (const { pack, number } of published) console.log(`Published ${pack}, revision ${number}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
