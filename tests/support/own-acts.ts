/** What somebody does to what is their own, and what is noted of nobody, with the reason: beside acts.ts. */
import { endSessionLine } from "@/lib/server/account-page.ts";
import {
  changeName,
  changePassword,
  enter,
  openAccount,
  signIn,
  signOutEverywhere,
  signUp,
} from "@/lib/server/accounts.ts";
import type { Deed } from "@/lib/server/audit.ts";
import { createClass } from "@/lib/server/classes.ts";
import { newId } from "@/lib/server/id.ts";
import { readInstance, saveInstance } from "@/lib/server/instance.ts";
import { joinClass } from "@/lib/server/joining.ts";
import { mergeGuest } from "@/lib/server/merge.ts";
import { linkSubject, openLinked } from "@/lib/server/oidc-accounts.ts";
import { joinByName, makeReturnCode, returnByCode } from "@/lib/server/return-codes.ts";
import { openSampleClass } from "@/lib/server/sample-class.ts";
import { saveSettings } from "@/lib/server/save-settings.ts";
import { claimSetup } from "@/lib/server/setup.ts";
import { beginSession, endSession, readSession } from "@/lib/server/viewer.ts";
import { password } from "./accounts.ts";
import { anAdmin, aSetupToken } from "./admins.ts";
import { account, guest, viewerNamed } from "./people.ts";
import { now, type World } from "./world.ts";

/** Makes what it needs and gives what is then done; `deed` is what the log says of it. */
type OwnAct = { readonly deed: Deed; readonly prepare: (world: World) => Promise<() => Promise<unknown>> };

const at = { now, address: null };
const own = (deed: Deed, prepare: OwnAct["prepare"]): OwnAct => ({ deed, prepare });
const session = async () => {
  const grant = await beginSession(await account("lin", now), now);
  return (await readSession(grant.token, now))!;
};
/** Somebody who signed up with a password. */
const member = async () => {
  const login = `m-${newId(now).slice(-12)}`;
  const result = await signUp(null, { login, name: "", password }, at);
  if (result.kind !== "signed-up") throw new Error(result.kind);
  return { login, viewer: result.grant.viewer };
};
const byName = async ({ joinCode: code }: World) => {
  const joined = await joinByName(null, { code, name: "Kim", studentNumber: null }, now);
  if (joined.kind !== "entered") throw new Error(joined.kind);
  return joined.grant.viewer;
};
const subject = () => ({ issuer: "https://login.example", subject: newId(now) });
const nobody = { email: null, name: "Lin" };

export const ownActs: Readonly<Record<string, OwnAct>> = {
  createClass: own("class-made", async () => {
    const viewer = await viewerNamed("lin", now);
    return () => createClass(viewer, { name: "New", zone: "UTC", instructor: "Lin" }, now);
  }),
  openSampleClass: own("sample-class-opened", async () => {
    const viewer = await viewerNamed("lin", now);
    return () => openSampleClass(viewer, { name: "Sample", instructor: "Lin" }, now);
  }),
  claimSetup: own("admin-made", async () => {
    const [token, viewer] = [await aSetupToken(), await viewerNamed("lin", now)];
    return () => claimSetup(viewer, token, now);
  }),
  saveInstance: own("instance-changed", async () => {
    const viewer = await anAdmin(now);
    const { version } = await readInstance();
    return () => saveInstance(viewer, { name: null, signUpOpen: true, guests: true, version });
  }),
  joinClass: own("joined", async ({ joinCode: code }) => {
    const viewer = await viewerNamed("lin", now);
    return () => joinClass(viewer, { code, name: "Lin" }, now);
  }),
  joinByName: own("account-made", async (world) => () => byName(world)),
  makeReturnCode: own("return-code-made", async (world) => {
    const viewer = await byName(world);
    return () => makeReturnCode(viewer, now);
  }),
  returnByCode: own("signed-in", async (world) => {
    const code = (await makeReturnCode(await byName(world), now))!;
    return () => returnByCode(null, { code, bring: false }, at);
  }),
  signUp: own("account-made", async () => () => {
    return signUp(null, { login: `n-${newId(now).slice(-12)}`, name: "", password }, at);
  }),
  openAccount: own("account-made", async () => () => openAccount(null, { name: "Lin", passwordHash: null }, now)),
  openLinked: own("account-made", async () => () => openLinked(null, subject(), nobody, now)),
  linkSubject: own("account-linked", async () => {
    const { userId } = await viewerNamed("lin", now);
    return () => linkSubject(userId, subject(), now);
  }),
  signIn: own("signed-in", async () => {
    const { login } = await member();
    return () => signIn(null, { login, password, bring: false }, at);
  }),
  enter: own("signed-in", async () => {
    const user = await account("lin", now);
    return () => enter(null, user, false, now);
  }),
  changePassword: own("password-changed", async () => {
    const { viewer } = await member();
    return () => changePassword(viewer, { current: password, next: `${password} again` }, now);
  }),
  changeName: own("name-changed", async () => {
    const viewer = await viewerNamed("lin", now);
    return () => changeName(viewer, "Lina");
  }),
  signOutEverywhere: own("signed-out", async () => {
    const { viewer } = await session();
    return () => signOutEverywhere(viewer);
  }),
  endSession: own("signed-out", async () => {
    const ended = await session();
    return () => endSession(ended);
  }),
  endSessionLine: own("signed-out", async () => {
    const { viewer, tokenHash } = await session();
    return () => endSessionLine(viewer, tokenHash.slice(0, 16));
  }),
  mergeGuest: own("accounts-merged", async () => {
    const [{ viewer }, { userId }] = [await guest(now), await viewerNamed("lin", now)];
    return () => mergeGuest(viewer.userId, userId);
  }),
  saveSettings: own("settings-changed", async () => {
    const viewer = await viewerNamed("lin", now);
    const choice = {
      zone: "UTC",
      rolloverHour: 4,
      newPerDay: 10,
      desiredRetention: 0.9,
      caps: true,
      fourButtons: false,
    };
    return () => saveSettings(viewer, choice);
  }),
};

const isItsLog = "what a learner or a student answers is appended to a log of its own, from which everything follows";
const isNobodys = "it keeps nothing that anybody did to anybody: limits, sessions in use, what ran out";
const isKept = "it stores what is named by its content, and every revision is kept";
const isPart = "it is a part of what others do, and they note it";

const isOwnPlan = "a plan that is kept is its owner's alone, and no quiz follows it";

/** Functions that write and note nothing, each with the reason. */
export const unnoted: Readonly<Record<string, string>> = {
  ...{
    startAttempt: isItsLog,
    keepAnswer: isItsLog,
    checkAnswer: isItsLog,
    keepFlag: isItsLog,
    submitAttempt: isItsLog,
  },
  ...{
    handIn: isItsLog,
    handInOverdue: isItsLog,
    settleClosed: isItsLog,
    simulateSome: isItsLog,
    recordEvents: isItsLog,
    bringBack: isItsLog,
  },
  ...{ refold: isItsLog, statementsFor: isItsLog },
  ...{ hit: isNobodys, giveBack: isNobodys, purgeLimits: isNobodys, tryCode: isNobodys, sweep: isNobodys },
  ...{ touchSession: isNobodys, makeGuest: isNobodys, beginSession: isPart },
  offerSetup: "the start of the program makes a token, and nobody does anything by that",
  ...{ storeQuestions: isKept, publishPacks: isKept, prepareVariants: isKept },
  ...{ readBundle: isKept, bundleOf: isKept, readContrasts: isKept },
  reportQuestion: "what a student says of a question stands under their own name, and changes nothing",
  ...{ savePlan: isOwnPlan, renamePlan: isOwnPlan, deletePlan: isOwnPlan },
  ...{ editDraft: isPart, startOidc: isPart, handleAuth: isPart, route: isPart, action: isPart, audit: isPart },
};

const forAnybody = "it is the same for everybody; what an open quiz asks is taken out by tests of its own";
const isAdmins = "it names nobody; that it is nobody else's is in admin.test.ts";
const ofOneself = "it names nobody and nothing but whoever asks";

/** Functions that somebody calls as themselves and that take no id of a class, a quiz or a person, each with the reason. */
export const withoutTarget: Readonly<Record<string, string>> = {
  ...{
    readIndex: forAnybody,
    readEntity: forAnybody,
    readTimeline: forAnybody,
    readFact: forAnybody,
    listPacks: forAnybody,
  },
  ...{
    readPack: forAnybody,
    readEdition: forAnybody,
    drawBuilt: forAnybody,
    readBuilt: forAnybody,
    builtAsQuiz: forAnybody,
  },
  ...{
    swapBuilt: forAnybody,
    readBundle: forAnybody,
    bundleOf: forAnybody,
    readContrasts: forAnybody,
    readWays: forAnybody,
  },
  ...{ readBoard: forAnybody, readChains: forAnybody, readCases: forAnybody, readReserved: forAnybody },
  ...{
    readAccount: ofOneself,
    myExams: ofOneself,
    readStanding: ofOneself,
    myClasses: ofOneself,
    readConfused: ofOneself,
    myWaiting: ofOneself,
  },
  ...{ openAssignments: ofOneself, readProgress: ofOneself, bringBack: ofOneself, recordEvents: ofOneself },
  ...{ mayHaveReturnCode: ofOneself, readChoice: ofOneself, readSettings: ofOneself, speaksFor: ofOneself },
  ...{ readStandings: ofOneself, readToday: ofOneself, touchSession: ofOneself },
  ...{ isAdmin: ofOneself, readUsers: isAdmins, readInstanceHistory: isAdmins },
  ...{ listPlans: ofOneself, renamePlan: isOwnPlan, deletePlan: isOwnPlan },
  ...{ tryCode: ofOneself, editDraft: "its callers have read the draft as the viewer" },
};
