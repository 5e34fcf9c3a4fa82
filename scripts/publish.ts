/**
 * Publishes the packs of content/ into the database of `DATABASE_ADMIN_URL`; an unchanged pack changes nothing. As long as nobody runs the instance, tells the token by which
 * somebody comes to.
 */
import { db } from "../lib/server/db.ts";
import { publishPacks } from "../lib/server/publish.ts";
import { offerSetup } from "../lib/server/setup.ts";

try {
  const { published } = await publishPacks(process.env.DATABASE_ADMIN_URL || process.env.DATABASE_URL || "");
  for (const { pack, number } of published) console.log(`Published ${pack}, revision ${number}.`);
  const token = await offerSetup(process.env.SETUP_TOKEN, new Date());
  // What the operator gave they know; ours is told this once.
  if (token && !process.env.SETUP_TOKEN)
    console.log(`To run this instance, sign in and open its page /admin/setup within a day: ${token}`);
  await db().pool.end();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
