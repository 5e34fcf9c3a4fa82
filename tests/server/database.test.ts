import { expect, test } from "vitest";
import { withClient } from "@/scripts/lib/sql.ts";

const app = () => process.env.DATABASE_URL ?? "";
const owner = () => process.env.DATABASE_ADMIN_URL ?? "";
const user = { id: "00000000-0000-7000-8000-000000000001", at: "2026-01-01T00:00:00Z" };
const addUser = 'insert into "user" (id, created_at) values ($1, $2)';

test("the app's role owns nothing and is no superuser", async () => {
  await withClient(app(), async (client) => {
    const { rows } = await client.query(`
      select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls as mighty,
             (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`);
    expect(rows).toEqual([{ mighty: false, owned: 0 }]);
  });
});

test("the app's role reads and writes rows, and changes no table", async () => {
  await withClient(app(), async (client) => {
    await client.query(addUser, [user.id, user.at]);
    expect((await client.query('select 1 from "user"')).rowCount).toBe(1);
    await client.query('delete from "user"');
    for (const statement of [
      'drop table "user"',
      'alter table "user" add column x int',
      "create table mine (x int)",
      'truncate "user"',
      "delete from _prisma_migrations",
    ])
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: "42501" });
  });
});

test("what a later migration makes is open to the app's role at once", async () => {
  await withClient(owner(), (client) =>
    client.query("create table later (id int generated always as identity, x int)"),
  );
  await withClient(app(), async (client) => {
    await client.query("insert into later (x) values (1)");
    expect((await client.query("select x from later")).rows).toEqual([{ x: 1 }]);
  });
});

test("enumerations and ranges are checked by the database itself", async () => {
  await withClient(app(), async (client) => {
    await client.query(addUser, [user.id, user.at]);
    const setting = (rolloverHour: number) =>
      client.query(
        `insert into setting (user_id, zone, rollover_hour, new_per_day, desired_retention, caps, four_buttons)
         values ($1, 'Asia/Kathmandu', $2, 20, 0.9, true, false)`,
        [user.id, rolloverHour],
      );
    await expect(setting(24)).rejects.toMatchObject({ code: "23514", constraint: "setting_rollover_hour" });
    await expect(setting(4)).resolves.toBeDefined();
  });
});
