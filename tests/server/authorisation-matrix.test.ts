/**
 * Who may do what: every function that somebody calls as themselves, every route and every action, by six actors, on what is their class's, another's and nobody's. What is
 * another's is answered like what does not exist, and nothing is changed by asking. The lists are made from the sources: what is new and has no row fails.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "@/lib/server/id.ts";
import { beginSession, type Viewer } from "@/lib/server/viewer.ts";
import { acts, type For } from "../support/acts.ts";
import { anAdmin } from "../support/admins.ts";
import { ownActs, withoutTarget } from "../support/own-acts.ts";
import { guest, viewerNamed } from "../support/people.ts";
import { asksAs, serverFunctions } from "../support/server-sources.ts";
import { stateOf } from "../support/state.ts";
import { aWorld, missing, now, prepareWorlds, type Target, type World } from "../support/world.ts";

let [here, elsewhere]: World[] = [];
let actors: Readonly<Record<string, Viewer>>;

beforeAll(async () => {
  await prepareWorlds();
  [here, elsewhere] = await Promise.all([aWorld(), aWorld()]);
  actors = {
    guest: (await guest(now)).viewer,
    "another account": await viewerNamed("lin", now),
    admin: await anAdmin(now),
    "who waits": here!.waiting,
    student: here!.student,
    instructor: here!.teacher,
    "instructor of another class": elsewhere!.teacher,
    "student of another class": elsewhere!.student,
  };
});

/** What each is to a class, and so for whose acts they may. */
const roles: Readonly<Record<string, readonly For[]>> = {
  "who waits": ["waiting"],
  student: ["member", "student", "taker"],
  instructor: ["member", "instructor"],
};
const mayDo = (actor: string, target: string, who: For): boolean => {
  if (actor === "admin" || who === "admin") return actor === who && target !== "missing";
  const isOther = actor.endsWith(" of another class");
  if (target === "missing" || isOther !== (target === "foreign")) return false;
  return roles[actor.replace(" of another class", "")]?.includes(who) ?? false;
};

describe("a function refuses whoever it is not for, in the words in which it says that there is nothing:", () => {
  test.each(Object.entries(acts))("%s", async (_name, act) => {
    const targets: Record<string, Target> = { own: here!.target, foreign: elsewhere!.target, missing };
    const before = await stateOf("rate_limit");
    const nothing = JSON.stringify((await act.run(actors["another account"]!, missing)) ?? null);
    for (const [actor, viewer] of Object.entries(actors))
      for (const [name, target] of Object.entries(targets))
        if (!mayDo(actor, name, act.for))
          expect(JSON.stringify((await act.run(viewer, target)) ?? null), `${actor}: ${name}`).toBe(nothing);
    // Who teaches, or takes part, here reaches nobody elsewhere by naming the own class beside them.
    const { studentId, waitingId, removedId, teacherId, invitation } = elsewhere!.target;
    const used = new Set<PropertyKey>();
    const mixed = new Proxy<Target>(
      { ...here!.target, studentId, waitingId, removedId, teacherId, invitation },
      {
        get: (target, key: keyof Target) => {
          used.add(key);
          return target[key];
        },
      },
    );
    const names = ["studentId", "waitingId", "removedId", "teacherId", "invitation"];
    await act.run(actors["another account"]!, mixed);
    if (act.for === "instructor" && names.some((name) => used.has(name)))
      expect(JSON.stringify((await act.run(here!.teacher, mixed)) ?? null), "somebody of another class").toBe(nothing);
    expect(await stateOf("rate_limit"), "and nothing is changed").toEqual(before);
  });
});

describe("control: whoever it is for gets something else.", () => {
  test.each(Object.entries(acts))("%s", async (_name, act) => {
    const { target, teacher, student, waiting } = await aWorld();
    await act.before?.(target);
    const viewer = { admin: actors.admin!, instructor: teacher, member: teacher, student, taker: student, waiting }[
      act.for
    ];
    const nothing = JSON.stringify((await act.run(viewer, missing)) ?? null);
    expect(JSON.stringify((await act.run(viewer, target)) ?? null)).not.toBe(nothing);
  });
});

test("every function that somebody calls as themselves has a row, or names why it takes no id", () => {
  const names = asksAs(serverFunctions()).map(({ name }) => name);
  const rows = new Set([...Object.keys(acts), ...Object.keys(ownActs), ...Object.keys(withoutTarget)]);
  expect(names.filter((name) => !rows.has(name))).toEqual([]);
  expect([...Object.keys(acts), ...Object.keys(withoutTarget)].filter((name) => !names.includes(name))).toEqual([]);
});

const root = path.join(import.meta.dirname, "../..");
const sources = readdirSync(path.join(root, "app"), { recursive: true, encoding: "utf8" })
  .map((file) => `app/${file}`)
  .filter((file) => /\.tsx?$/.test(file));

/** Actions that ask nothing of lib/server as somebody, each with the reason. */
const otherActions: Readonly<Record<string, string>> = {
  chooseTheme: "it sets a cookie of this device",
  enterWithProvider: "it leads to the provider",
  linkProvider: "it leads to the provider",
  bringBackFact: "it calls an action of its file",
};

test("every server action asks as whoever sent it, by functions that have a row", () => {
  const known = new Set([...Object.keys(acts), ...Object.keys(ownActs), ...Object.keys(withoutTarget)]);
  const unchecked = sources.flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    if (!/^"use server";/m.test(text)) return [];
    return text.split(/^(?=export (?:const|async function) )/m).flatMap((body) => {
      const name = /^export (?:const|async function) (\w+)/.exec(body)?.[1];
      if (!name || name in otherActions) return [];
      const calls = [...body.matchAll(/\b(\w+)\(\s*(?:viewer|session)\b/g)].map(([, called]) => called!);
      return calls.length > 0 && calls.every((called) => known.has(called))
        ? []
        : [`${file} ${name}: ${calls.join(", ")}`];
    });
  });
  expect(unchecked).toEqual([]);
});

type RouteRow = {
  readonly for: For | "anyone";
  readonly params?: (target: Target) => Record<string, string>;
  readonly body?: () => unknown;
  readonly query?: string;
};
const quizFile = ({ classId, quizId }: Target) => ({ class: classId, assignment: quizId });
const attempt = ({ attemptId }: Target) => ({ attempt: attemptId });
const step = (more: object) => () => ({ id: newId(now), slot: 1, ...more });

/** Every route, by its file. */
const routes: Readonly<Record<string, RouteRow>> = {
  healthz: { for: "anyone" },
  readyz: { for: "anyone" },
  "api/auth/[...auth]": { for: "anyone" },
  "api/v1/study": { for: "anyone", query: "pack=lantern-isles" },
  "api/v1/events": { for: "anyone" },
  "api/v1/sign-out": { for: "anyone" },
  "[locale]/(site)/quizzes/new/take-away/[format]": { for: "anyone" },
  "api/v1/assignments/[assignment]/start": {
    for: "student",
    params: ({ quizId }) => ({ assignment: quizId }),
    body: () => ({}),
  },
  "api/v1/attempts/[attempt]/answers": {
    for: "taker",
    params: attempt,
    body: step({ response: { kind: "dont-know" } }),
  },
  "api/v1/attempts/[attempt]/flags": { for: "taker", params: attempt, body: step({ flagged: true }) },
  "api/v1/attempts/[attempt]/checks": { for: "taker", params: attempt, body: step({}) },
  "api/v1/attempts/[attempt]/time": { for: "taker", params: attempt },
  "api/v1/attempts/[attempt]/submit": { for: "taker", params: attempt, body: () => ({}) },
  "[locale]/(site)/classes/[class]/gradebook/[file]": {
    for: "instructor",
    params: ({ classId }) => ({ class: classId, file: "students.csv" }),
  },
  "[locale]/(site)/classes/[class]/students/roster.csv": {
    for: "instructor",
    params: ({ classId }) => ({ class: classId }),
  },
  "[locale]/(site)/classes/[class]/quizzes/[assignment]/results.csv": { for: "instructor", params: quizFile },
  "[locale]/(site)/classes/[class]/quizzes/[assignment]/take-away/[format]": {
    ...{ for: "instructor", query: "variant=1" },
    params: (target) => ({ ...quizFile(target), format: "moodle.xml" }),
  },
};

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
const handlers = import.meta.glob<Partial<Record<"GET" | "POST", Handler>>>("../../app/**/route.ts");

test("every route has a row", () => {
  expect(
    Object.keys(handlers)
      .map((file) => file.slice("../../app/".length, -"/route.ts".length))
      .sort(),
  ).toEqual(Object.keys(routes).sort());
});

describe("a route answers whoever it is not for as if there were nothing:", () => {
  // Routes go by the clock: the quiz is open.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now }));
  afterEach(() => void vi.useRealTimers());

  test.each(Object.entries(routes).filter(([, row]) => row.for !== "anyone"))("%s", async (file, row) => {
    const module = await handlers[`../../app/${file}/route.ts`]!();
    const [method, handler] = module.POST ? (["POST", module.POST] as const) : (["GET", module.GET!] as const);
    const send = async (cookie: string, target: Target) => {
      const origin = process.env.APP_ORIGIN!;
      const headers = { cookie, origin, "sec-fetch-site": "same-origin", "content-type": "application/json" };
      const body = method === "POST" ? { body: JSON.stringify(row.body?.() ?? {}) } : {};
      const request = new Request(`${origin}/?${row.query ?? ""}`, { method, headers, ...body });
      const answer = await handler(request, { params: Promise.resolve(row.params!(target)) });
      return { status: answer.status, text: await answer.text() };
    };
    const cookies: Record<string, string> = { nobody: "" };
    for (const [actor, { userId: id, guest: isGuest, name }] of Object.entries(actors))
      cookies[actor] = `session=${(await beginSession({ id, guest: isGuest, name }, now)).token}`;
    const targets = { own: here!.target, foreign: elsewhere!.target, missing };
    for (const [actor, cookie] of Object.entries(cookies)) {
      const nothing = await send(cookie, missing);
      expect([401, 404], actor).toContain(nothing.status);
      for (const [name, target] of Object.entries(targets))
        if (!mayDo(actor, name, row.for as For))
          expect(await send(cookie, target), `${actor}: ${name}`).toEqual(nothing);
    }
    const who = row.for === "instructor" ? "instructor" : "student";
    expect((await send(cookies[who]!, here!.target)).status, "control").not.toBe(404);
  });
});
