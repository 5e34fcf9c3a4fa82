import { beforeAll, expect, test } from "vitest";
import { checkInvariants } from "@/lib/server/invariants.ts";
import { storeQuestions } from "@/lib/server/questions.ts";
import { recordEvents } from "@/lib/server/study.ts";
import { withClient } from "../../scripts/lib/sql.ts";
import { about, after, anAnswer, questionAbout, wrong } from "../support/events.ts";
import { viewerNamed } from "../support/people.ts";

const now = new Date("2026-11-20T12:00:00Z");
const asOwner = (sql: string) => withClient(process.env.DATABASE_ADMIN_URL ?? "", (client) => client.query(sql));

/** The tests' throwaway cluster is unsafe on purpose (fsync, full_page_writes, synchronous_commit): what it holds is gone afterwards. */
const unsafe = "settings under which an acknowledged answer may be lost";
const broken = async () =>
  Object.fromEntries(
    (await checkInvariants()).filter((each) => each.broken > 0).map((each) => [each.name, each.broken]),
  );

beforeAll(async () => {
  const hashes = await storeQuestions(["f1", "f2"].map((fact) => questionAbout(fact)));
  for (const name of ["ada", "bob"]) {
    const viewer = await viewerNamed(name, now);
    const events = Array.from({ length: 10 }, (_, index) =>
      anAnswer(`e${index}`, hashes[index % 2]!, { at: after(index * 1_000), deviceSeq: index }),
    );
    await recordEvents(
      viewer,
      [...events, anAnswer("w", hashes[0]!, { at: after(20_000), deviceSeq: 20, response: wrong })],
      now,
    );
    await recordEvents(viewer, [about("undo", "u", "e3", { at: after(20_001), deviceSeq: 21 })], now);
  }
});

test("everything that was recorded keeps every law", async () => {
  expect(await broken()).toEqual({ [unsafe]: 3 });
});

const tables = ["event", "card", "study_day", "question", '"user"'];
const late = "alter table event drop constraint if exists late";

/** A breakage of the data, and the law that notices it. */
const breakages: [breakIt: string, law: string][] = [
  [
    "update card set stability = stability * (1 + 1e-15) where fact_key = 'f1'",
    "cards that differ from the fold of their log",
  ],
  ["update card set due = due + interval '1 millisecond'", "cards that differ from the fold of their log"],
  ["delete from card where fact_key = 'f2'", "cards that differ from the fold of their log"],
  [`update study_day set "right" = 0`, "days that differ from the fold of their log"],
  ["delete from study_day", "days that differ from the fold of their log"],
  ["update event set device_seq = 0 where device_seq = 1", "counts of a device used twice"],
  ["delete from question", "answers to questions that are not stored"],
  [`update question set snapshot = snapshot || '{"stem": "Who?"}'`, "questions whose hash is not theirs"],
  [`delete from "user"`, "learners that are nobody"],
  [`${late}, add constraint late check (device_seq < 5) not valid`, "constraints that were never validated"],
];

test.each(breakages)("%s: noticed as %s", async (breakIt, law) => {
  await asOwner(
    `create schema kept; ${tables.map((table) => `create table kept.${table} as table ${table};`).join("")}`,
  );
  try {
    await asOwner(breakIt);
    expect(Object.keys(await broken())).toContain(law);
  } finally {
    await asOwner(`${late};
      update event e set device_seq = k.device_seq from kept.event k where k.user_id = e.user_id and k.id = e.id;
      ${tables
        .slice(1)
        .map((table) => `delete from ${table}; insert into ${table} table kept.${table};`)
        .join("")}
      drop schema kept cascade`);
  }
  expect(await broken()).toEqual({ [unsafe]: 3 });
});
