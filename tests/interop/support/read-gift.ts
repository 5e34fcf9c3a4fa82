/** A small reader of GIFT, written from Moodle's documentation of the format; tests/golden/gift-pegjs shows that it reads as another one does. */

export type GiftAnswer = {
  /** "=" or "~". */
  readonly sign: "=" | "~";
  /** Per cent, where it is written. */
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string | null;
};

export type GiftQuestion = {
  readonly id: string | null;
  readonly tags: readonly string[];
  readonly title: string | null;
  readonly format: string | null;
  /** With `_____` where the answers stand within it. */
  readonly stem: string;
  readonly general: string | null;
  readonly kind:
    | "choice"
    | "several"
    | "true-false"
    | "words"
    | "number"
    | "match"
    | "essay"
    | "description"
    | "category";
  readonly isTrue: boolean | null;
  /** Of a statement: what is said to who is wrong, and to who is right. */
  readonly feedbacks: readonly string[];
  readonly answers: readonly GiftAnswer[];
};

/** The questions of a file; what is no GIFT throws. */
export function readGift(text: string): GiftQuestion[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\n[ \t]*(?:\r?\n[ \t]*)+(?=\S|$)/)
    .flatMap((block) => readBlock(block));
}

/** An escaped sign is moved out of reach while the text is taken apart. */
const hidden = 0xe000;
const hide = (text: string) =>
  text.replace(/\\([\\~=#{}:n])/g, (_, sign: string) => String.fromCharCode(hidden + sign.charCodeAt(0)));
const shown = (text: string) =>
  text
    .replace(/[\ue000-\ue07f]/g, (letter) => {
      const sign = String.fromCharCode(letter.charCodeAt(0) - hidden);
      return sign === "n" ? "\n" : sign;
    })
    .trim();

function readBlock(block: string): GiftQuestion[] {
  const lines = block.split(/\r?\n/);
  const comments = lines.filter((line) => line.trim().startsWith("//")).join(" ");
  const source = hide(
    lines
      .filter((line) => !line.trim().startsWith("//"))
      .join("\n")
      .trim(),
  );
  if (source === "") return [];
  const known = {
    id: /\[id:([^\]]+)\]/.exec(comments)?.[1]?.trim() ?? null,
    tags: [...comments.matchAll(/\[tag:([^\]]+)\]/g)].map(([, tag]) => tag!.trim()),
  };
  const none = { title: null, format: null, general: null, isTrue: null, feedbacks: [], answers: [] };
  if (source.startsWith("$CATEGORY:"))
    return [{ ...none, ...known, kind: "category", stem: source.slice("$CATEGORY:".length).trim() }];
  const titled = /^::(.*?)::/s.exec(source);
  const rest = source.slice(titled?.[0].length ?? 0).trim();
  const title = titled ? shown(titled[1]!) : null;
  const open = rest.indexOf("{");
  const close = rest.indexOf("}");
  if (open < 0 !== close < 0 || close < open) throw new Error(`braces: ${block}`);
  if (open < 0) return [{ ...none, ...known, title, ...formatted(rest), kind: "description" }];
  if (rest.indexOf("{", open + 1) >= 0 || rest.indexOf("}", close + 1) >= 0) throw new Error(`braces twice: ${block}`);
  const after = rest.slice(close + 1);
  const stem = formatted(after.trim() === "" ? rest.slice(0, open) : `${rest.slice(0, open)}_____${after}`);
  const inside = rest.slice(open + 1, close);
  const last = inside.lastIndexOf("####");
  const general = last < 0 ? null : formatted(inside.slice(last + 4)).stem;
  const answers = (last < 0 ? inside : inside.slice(0, last)).trim();
  return [{ ...none, ...known, title, ...stem, general, ...readAnswers(answers) }];
}

function readAnswers(source: string): Pick<GiftQuestion, "kind" | "isTrue" | "feedbacks" | "answers"> {
  const none = { isTrue: null, feedbacks: [], answers: [] };
  if (source === "") return { ...none, kind: "essay" };
  const [statement, ...feedbacks] = source.split("#");
  if (/^(?:T|TRUE|F|FALSE)$/.test(statement!.trim()))
    return {
      ...none,
      kind: "true-false",
      isTrue: statement!.trim().startsWith("T"),
      feedbacks: feedbacks.map((each) => formatted(each).stem),
    };
  const isNumber = source.startsWith("#");
  const list = isNumber ? source.slice(1).trim() : source;
  const parts = [...list.matchAll(/([=~])([^=~]*)/g)];
  if (parts.length === 0 && isNumber) return { ...none, kind: "number", answers: [answer("=", list)] };
  if (!/^[=~]/.test(list)) throw new Error(`no answers: ${source}`);
  const answers = parts.map(([, sign, text]) => answer(sign as "=" | "~", text!));
  if (isNumber) return { ...none, kind: "number", answers };
  if (answers.some(({ sign }) => sign === "~"))
    return { ...none, kind: answers.some(({ sign }) => sign === "=") ? "choice" : "several", answers };
  return { ...none, kind: list.includes("->") ? "match" : "words", answers };
}

function answer(sign: "=" | "~", source: string): GiftAnswer {
  const weighted = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(source);
  const [text = "", ...feedback] = source.slice(weighted?.[0].length ?? 0).split("#");
  return {
    sign,
    weight: weighted ? Number(weighted[1]) : null,
    text: formatted(text).stem,
    feedback: feedback.length === 0 ? null : formatted(feedback.join("#")).stem,
  };
}

/** The format that a text names at its start, and the text. */
function formatted(source: string): Pick<GiftQuestion, "format" | "stem"> {
  const named = /^\s*\[(html|moodle|plain|markdown)\]/.exec(source);
  return { format: named?.[1] ?? null, stem: shown(source.slice(named?.[0].length ?? 0)) };
}
