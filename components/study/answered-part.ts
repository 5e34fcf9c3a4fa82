/** The part of the program that shows an answered question: it is fetched once the first question is on the screen. */

/** Fetches it; a second time it is there at once. */
export const fetchAnswered = () => import("./answered.tsx");

/** Milliseconds. */
const patience = 1_500;

/** Resolves when it has come, so that an answer and its Why appear together; without it after a second and a half. */
export function whenAnsweredHasCome(): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  return Promise.race([fetchAnswered().catch(() => undefined), late]);
}
