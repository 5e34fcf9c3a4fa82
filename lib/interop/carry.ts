/** What every format does with a quiz: one question after the other, with both lists of what is not there, or not as it was. */
import { type Changed, type Item, itemOf, type Left, type Quiz, type Written } from "./item.ts";

/** What a format makes of a task, with what of it is otherwise. */
export type Made = { readonly changes: readonly Changed["change"][] };

/** Why a format has no such task. */
export type Refused = Pick<Left, "reason">;

/** How a format writes: what it makes of an item, the whole question around that, and the note of a question that is left out. */
export type Writer<Body extends Made, Part> = {
  readonly bodyOf: (item: Item) => Body | Refused;
  readonly write: (item: Item, body: Body) => Part;
  readonly note: (left: Left) => Part;
};

/** The parts of the file in the order of the questions, and both lists. */
export function carry<Body extends Made, Part>(
  { questions }: Quiz,
  { bodyOf, write, note }: Writer<Body, Part>,
): Omit<Written, "text"> & { readonly parts: readonly Part[] } {
  const left: Left[] = [];
  const changed: Changed[] = [];
  const parts = questions.map((placed) => {
    const item = itemOf(placed);
    const { number, kind } = item;
    const body = bodyOf(item);
    if (isRefused(body)) {
      const out = { number, kind, reason: body.reason };
      left.push(out);
      return note(out);
    }
    for (const change of body.changes) changed.push({ number, kind, change });
    return write(item, body);
  });
  return { parts, left, changed };
}

/** Has the format no such task? */
export const isRefused = (body: Made | Refused): body is Refused => "reason" in body;
