/** Elements of XML as lines, indented by what they stand in. */

export type Lines = readonly string[];
export type Attributes = Readonly<Record<string, string>>;

/** An element with its lines inside, one step further in. */
export function element(name: string, attributes: Attributes, lines: Lines): Lines {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(value)}"`);
  return [`<${name}${given.join("")}>`, ...lines.map((line) => `  ${line}`), `</${name}>`];
}

/** A text in Moodle's element for texts; what has signs of XML in it is quoted whole, as Moodle does. */
export function textXml(text: string): string {
  const allowed = printable(text);
  const content = /[<&>]/.test(allowed) ? `<![CDATA[${allowed.replaceAll("]]>", "]]]]><![CDATA[>")}]]>` : allowed;
  return `<text>${content}</text>`;
}

/** A text with the signs of XML as entities. */
export function xml(text: string): string {
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A comment; what would end it is parted. */
export const comment = (text: string): string => `<!-- ${printable(text).replace(/-(?=-)/g, "- ")} -->`;

/** XML 1.0 knows no control characters and no halves of letters. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
