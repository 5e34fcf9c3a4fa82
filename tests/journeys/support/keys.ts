/** What a quiz is worth, worked out from the page that shows its keys and from what was answered; nothing of ours is asked. */
import type { Page } from "@playwright/test";

/** A question as its instructor's page shows it. */
export type Shown = {
  readonly stem: string;
  /** As it is called on the page: "Choice", "Several of many" … */
  readonly kind: string;
  readonly options: readonly { readonly text: string; readonly right: boolean }[];
  /** The right order; empty for other kinds. */
  readonly order: readonly string[];
  /** What is to be matched with what, in the order of the prompts; empty for other kinds. */
  readonly pairs: readonly { readonly prompt: string; readonly option: string }[];
  /** What is to be written; empty where there is something to choose. */
  readonly answer: string;
  readonly why: string;
  readonly citations: readonly string[];
};

/** Every question of a draft or of results, in order. */
export async function readKeys(page: Page): Promise<Shown[]> {
  return page.locator(".key-card").evaluateAll((cards) =>
    cards.map((card) => {
      // Blanks that do not break are blanks.
      const said = (element: Node | null) => (element?.textContent ?? "").replaceAll("\u00a0", " ").trim();
      const text = (selector: string) => said(card.querySelector(selector));
      const all = (selector: string) => [...card.querySelectorAll(selector)];
      const parts = text("header .kicker").split(" · ");
      return {
        stem: text("h3"),
        kind: parts.at(-2) ?? "",
        options: all(".key-options > li").map((item) => ({
          text: said(item.querySelector("b")),
          right: item.hasAttribute("data-right"),
        })),
        order: all(".key-order > li").map(said),
        pairs: all(".key-pairs > li:not([data-spare])").map((item) => ({
          prompt: said(item.querySelector("span")),
          option: said(item.querySelector("b")),
        })),
        answer: [...(card.querySelector(".key-answer")?.childNodes ?? [])].slice(1).map(said).join(" ").trim(),
        why: text(".key-why"),
        citations: all(".citations > li").map(said),
      };
    }),
  );
}

/** What somebody answers: texts chosen or put in order, or one that is written; null leaves it blank. */
export type Answer = readonly string[] | null;

/** How well somebody is to do; `part` is right where a kind knows no part. */
export type How = "right" | "wrong" | "part" | "blank";

/** An answer with the points that it earns of one. */
export type Given = { readonly answer: Answer; readonly points: number };

/** An answer that is as right as it is wanted, and the points that it earns of one. */
export function answerFor(question: Shown, how: How): Given {
  if (how === "blank") return { answer: null, points: 0 };
  const right = question.options.filter((option) => option.right).map((option) => option.text);
  const wrong = question.options.filter((option) => !option.right).map((option) => option.text);
  if (question.order.length > 0) return orderFor(question.order, how);
  if (question.pairs.length > 0)
    return matchFor(
      question.pairs.map(({ option }) => option),
      how,
    );
  if (question.options.length === 0)
    return how === "wrong" ? { answer: [nonsense(question)], points: 0 } : { answer: [question.answer], points: 1 };
  if (how === "wrong") return { answer: wrong.slice(0, 1), points: 0 };
  // One right choice of several, and none that is wrong.
  if (how === "part") return { answer: right.slice(0, 1), points: hundredths(1 / right.length) };
  return { answer: right, points: 1 };
}

/** Points for an order: right pairs less wrong pairs, of all pairs, never below none. */
function orderFor(order: readonly string[], how: How): Given {
  if (how === "right") return { answer: order, points: 1 };
  if (how === "wrong") return { answer: [...order].reverse(), points: 0 };
  const pairs = (order.length * (order.length - 1)) / 2;
  const [first, second, ...rest] = order;
  return { answer: [second!, first!, ...rest], points: hundredths(Math.max(0, (pairs - 2) / pairs)) };
}

/** Points for pairs with one option to spare: right ones less what guessing gets, n/(n+1), of all less the same. */
function matchFor(options: readonly string[], how: How): Given {
  if (how === "right") return { answer: options, points: 1 };
  if (how === "wrong") return { answer: [...options.slice(1), options[0]!], points: 0 };
  const count = options.length;
  const guessed = count / (count + 1);
  const [first, second, ...rest] = options;
  return {
    answer: [second!, first!, ...rest],
    points: hundredths(Math.max(0, (count - 2 - guessed) / (count - guessed))),
  };
}

function nonsense({ kind, answer }: Shown): string {
  if (kind === "Date") return answer.includes(" to ") ? "3 March 1991 to 4 March 1991" : "3 March 1991";
  return kind === "Number" ? "987654" : "Nobody at all";
}

function hundredths(points: number): number {
  return Number((points + 1e-9).toFixed(2));
}

/** The sum of points, in hundredths so that nothing binary creeps in. */
export function sumOf(points: readonly number[]): number {
  return points.reduce((sum, each) => sum + Math.round(each * 100), 0) / 100;
}

/** An answer as the results file has it: pairs with their prompts, a place by the anchors around it, without their dates. */
export function toldInFile({ kind, pairs }: Shown, answer: Answer): string {
  if (answer === null) return "";
  if (pairs.length > 0) return answer.map((text, place) => `${pairs[place]!.prompt}: ${text}`).join("; ");
  if (/^timeline$/i.test(kind)) return answer[0]!.replace(/ \([^()]*\d{4}\)/g, "");
  return answer.join("; ");
}
