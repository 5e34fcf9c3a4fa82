/** A small strict reader of XML, written from the recommendation (XML 1.0, fifth edition) and from nothing of ours: what is not well formed throws. */

export type Node = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** Its own text, CDATA included, blanks at both ends taken off. */
  readonly text: string;
};

/** The root element of a document. */
export function readXml(source: string): Node {
  const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(source);
  if (illegal) throw new Error(`a letter that XML does not know at ${illegal.index}`);
  const cursor = { at: 0 };
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const sticky = new RegExp(pattern.source, "suy");
    sticky.lastIndex = cursor.at;
    const found = sticky.exec(source);
    if (found) cursor.at = sticky.lastIndex;
    return found;
  };
  const fail = (what: string): never => {
    throw new Error(`${what} at ${cursor.at}: ${source.slice(cursor.at, cursor.at + 60)}`);
  };
  const skip = () => {
    for (;;) {
      if (take(/\s+/)) continue;
      const comment = take(/<!--(.*?)-->/);
      if (!comment) return;
      if (/--|-$/.test(comment[1] ?? "")) fail("two hyphens in a comment");
    }
  };
  const element = (): Node => {
    const name = take(/<([A-Za-z_][\w.-]*)/)?.[1] ?? fail("no element");
    const attributes: Record<string, string> = {};
    for (let given = take(/\s+([\w:.-]+)\s*=\s*"([^"<]*)"/); given; given = take(/\s+([\w:.-]+)\s*=\s*"([^"<]*)"/)) {
      if (given[1]! in attributes) fail("an attribute twice");
      attributes[given[1]!] = decoded(given[2]!);
    }
    take(/\s+/);
    if (take(/\/>/)) return { name, attributes, children: [], text: "" };
    if (!take(/>/)) fail("no end of a tag");
    const children: Node[] = [];
    let text = "";
    for (;;) {
      const plain = take(/[^<]+/)?.[0];
      if (plain !== undefined) {
        if (plain.includes("]]>")) fail("an end of CDATA outside of it");
        text += decoded(plain);
        continue;
      }
      const quoted = take(/<!\[CDATA\[(.*?)\]\]>/);
      if (quoted) {
        text += quoted[1];
        continue;
      }
      const comment = take(/<!--(.*?)-->/);
      if (comment) {
        if (/--|-$/.test(comment[1] ?? "")) fail("two hyphens in a comment");
        continue;
      }
      const end = take(/<\/([\w.-]+)\s*>/);
      if (end) {
        if (end[1] !== name) fail(`${name} ended as ${end[1]}`);
        return { name, attributes, children, text: text.trim() };
      }
      children.push(element());
    }
  };
  take(/<\?xml version="1\.0" encoding="UTF-8"\?>/) ?? fail("no declaration");
  skip();
  const root = element();
  skip();
  return cursor.at === source.length ? root : fail("something behind the root");
}

/** The children of a name. */
export const all = (node: Node, name: string): readonly Node[] => node.children.filter((child) => child.name === name);

/** The text that stands in `<name><text>` of an element; null without such a child. */
export function textIn(node: Node, name: string): string | null {
  const [child] = all(node, name);
  return child ? (all(child, "text")[0]?.text ?? "") : null;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
    const letter = /^#(x?)([\da-fA-F]+)$/.exec(name);
    if (letter && whole.endsWith(";")) return String.fromCodePoint(Number.parseInt(letter[2]!, letter[1] ? 16 : 10));
    const sign = whole.endsWith(";") ? named[name] : undefined;
    if (sign === undefined) throw new Error(`no entity: ${whole}`);
    return sign;
  });
}
