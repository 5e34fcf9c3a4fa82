/** The list by which an instructor invites a class: what each line says, and everything that is wrong with it. */

/** A line of the list with its number in the file, counted from 1. */
export type Line = { readonly line: number; readonly cells: readonly string[] };

/** Somebody who is to be invited. */
export type Invited = {
  readonly name: string;
  readonly email: string | null;
  readonly studentNumber: string | null;
  readonly section: string | null;
};

/** What is wrong with a line, as a code: "name-missing". */
export type WrongLine = { readonly line: number; readonly code: string };

export const linesMax = 1000;

const fields = ["name", "email", "studentNumber", "section"] as const;
type Field = (typeof fields)[number];

/** How the heading of a column may be written, without blanks, hyphens and case. */
const headings: Readonly<Record<string, Field>> = {
  ...{ name: "name", fullname: "name", student: "name" },
  ...{ email: "email", mail: "email", emailaddress: "email" },
  ...{ studentnumber: "studentNumber", number: "studentNumber", studentid: "studentNumber", id: "studentNumber" },
  ...{ section: "section", group: "section" },
};

const maxLength: Readonly<Record<Field, number>> = { name: 60, email: 254, studentNumber: 40, section: 40 };

/**
 * Reads the lines of a list: name, e-mail, student number, section, or in the order of a first line of headings. Either everybody on it or every problem, by
 * line; blank lines are passed over. `isEmail` says what an address is; `taken` are the student numbers of the class.
 */
export function readInvited(
  lines: readonly Line[],
  { isEmail, taken }: { readonly isEmail: (text: string) => boolean; readonly taken: ReadonlySet<string> },
): { readonly invited: readonly Invited[]; readonly wrong: readonly WrongLine[] } {
  const wrong: WrongLine[] = [];
  const invited: Invited[] = [];
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const first = filled[0];
  const columns = first ? columnsOf(first) : null;
  if (columns?.includes(null)) wrong.push({ line: first?.line ?? 1, code: "unknown-column" });
  const seen = { email: new Set<string>(), studentNumber: new Set<string>() };
  for (const { line, cells } of columns ? filled.slice(1) : filled) {
    const say = (code: string) => wrong.push({ line, code });
    const order = columns ?? fields;
    if (cells.slice(order.length).some((cell) => cell.trim() !== "")) say("too-many-cells");
    const at = (field: Field) => unquoted(cells[order.indexOf(field)] ?? "") || null;
    const each = {
      name: at("name") ?? "",
      email: at("email"),
      studentNumber: at("studentNumber"),
      section: at("section"),
    };
    if (each.name === "") say("name-missing");
    for (const field of fields) if ((each[field]?.length ?? 0) > maxLength[field]) say(`${field.toLowerCase()}-long`);
    if (each.email !== null && !isEmail(each.email)) say("email-bad");
    for (const field of ["email", "studentNumber"] as const) {
      const value = each[field]?.toLowerCase();
      if (value === undefined) continue;
      if (seen[field].has(value)) say(`${field.toLowerCase()}-twice`);
      seen[field].add(value);
    }
    if (each.studentNumber !== null && taken.has(each.studentNumber)) say("studentnumber-taken");
    invited.push(each);
  }
  if (invited.length === 0) wrong.push({ line: 1, code: "nobody" });
  if (invited.length > linesMax) wrong.push({ line: linesMax + 1, code: "too-many-lines" });
  return wrong.length > 0 ? { invited: [], wrong } : { invited, wrong };
}

/** The fields that a first line names, null for one it does not know; null when it is no line of headings. */
function columnsOf({ cells }: Line): (Field | null)[] | null {
  const named = cells.map((cell) => headings[cell.toLowerCase().replace(/[\s_-]/g, "")] ?? null);
  return named.includes("name") ? named : null;
}

/** Without blanks around it, and without the mark that our own files put before what a spreadsheet would compute. */
function unquoted(cell: string): string {
  return cell
    .trim()
    .replace(/^'(?=\s*[=+\-@＝＋－＠])/, "")
    .trim();
}
