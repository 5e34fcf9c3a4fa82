/** What each frame may and must hold: docs/packs.md, Purposes, as a table. */

/** Slots that a purpose may use, those it needs (one of each group), its last character, words that it must have as they stand, and words that its date keeps from
 *  being undated. */
export type FrameRule = {
  readonly slots: readonly string[];
  readonly needs: readonly (readonly string[])[];
  readonly needsWhenTemporal: readonly (readonly string[])[];
  readonly ending: "?" | ".";
  readonly datedWords: readonly string[];
  readonly words: readonly string[];
};

const s = ["s"];
const o = ["o"];
const scope = ["scope", "source"];
const answer = ["wh", "noun", "nouns"];
/** In capitals, because a reader who overlooks it answers the opposite. */
const not = ["NOT"];

/** The frames of a relation by purpose. */
export const frameRules: Readonly<Record<string, FrameRule>> = {
  fact: says(["s", "o", "when"], [s, ["o", "when"]], [["when"]]),
  fact_open: says(["s", "o", "from", "as_of"], [s, ["as_of"]], [], ["still"]),
  fact_negative: says(["s", "o", "when"], [s], [["when"]]),
  fact_from: says(["s", "o", "from"], [s, ["from"]]),
  fact_to: says(["s", "o", "to"], [s, ["to"]]),
  ask_object: asks(["s", ...scope, ...answer], [s], [scope]),
  ask_subject: asks(["o", ...scope, ...answer], [o], [scope]),
  ask_subject_on: asks(["o", "on", ...answer], [o, ["on"]]),
  ask_successor: asks(["s", "o", ...answer], [s]),
  ask_predecessor: asks(["s", "o", ...answer], [s]),
  ask_first: asks(["o", ...scope, ...answer], [o], [scope]),
  ask_last: asks(["o", ...scope, ...answer], [o], [scope], ["recent", "latest"]),
  ask_order: { ...asks(["o", ...scope, ...answer]), ending: "." },
  ask_place: asks(["s", "o"], [s]),
  ask_members_of_object: asks(["o", ...scope, ...answer], [o], [scope]),
  ask_members_of_subject: asks(["s", ...scope, ...answer], [s], [scope]),
  ask_some_members_of_object: asks(["o", "n", ...scope, ...answer], [o, ["n"]], [scope]),
  ask_some_members_of_subject: asks(["s", "n", ...scope, ...answer], [s, ["n"]], [scope]),
  ask_missing_of_object: asks(["o", "others", ...scope, ...answer], [o, ["others"]], [scope]),
  ask_missing_of_subject: asks(["s", "others", ...scope, ...answer], [s, ["others"]], [scope]),
  ask_all_of_object: asks(["o", "n", ...scope, ...answer], [o], [scope]),
  ask_all_of_subject: asks(["s", "n", ...scope, ...answer], [s], [scope]),
  ask_from: asks(["s", "o", "wh_date"], [["wh_date"], s]),
  ask_to: asks(["s", "o", "wh_date"], [["wh_date"], s]),
  ask_span: asks(["s", "o", "wh_span"], [["wh_span"], s]),
  ask_date: asks(["s", "wh_date"], [["wh_date"], s]),
  ask_number: asks(["s", ...scope, ...answer], [s], [scope]),
  ask_subjects_on: asks(["o", "n", "on", ...answer], [o, ["n"], ["on"]]),
  ask_subject_when: asks(["o", "event", "when", ...answer], [o, ["event"], ["when"]]),
  ask_not_member_of_object: { ...asks(["o", ...scope, ...answer], [o], [scope]), words: not },
  ask_not_member_of_subject: { ...asks(["s", ...scope, ...answer], [s], [scope]), words: not },
  ask_count_of_object: asks(["o", "span", ...scope, ...answer], [o], [["span", ...scope]]),
  ask_count_of_subject: asks(["s", "span", ...scope, ...answer], [s], [["span", ...scope]]),
  ask_more: asks(["s", ...scope, ...answer], [s], [scope]),
  ask_less: asks(["s", ...scope, ...answer], [s], [scope]),
  ask_earliest: asks([...answer]),
  ask_latest: asks([...answer]),
  ask_match: { ...asks([...scope, ...answer], [], [scope]), ending: "." },
  ask_odd_one_out_of_object: asks(["o", ...scope, ...answer], [o], [scope]),
  ask_odd_one_out_of_subject: asks(["s", ...scope, ...answer], [s], [scope]),
  ask_odd_one_out_before: asks(["s", "when", ...answer], [s, ["when"]]),
  ask_odd_one_out_after: asks(["s", "when", ...answer], [s, ["when"]]),
  ask_change: asks(["s", "former", "from", ...scope, ...answer], [s, ["former"], ["from", ...scope]]),
  ask_source: asks(["s", "o", "this", "other", ...answer], [["s", "o"]]),
  ask_precision: asks(["s", "o", "source", ...answer], [s]),
  ask_precision_from: asks(["s", "o", "source", ...answer], [s]),
  ask_precision_to: asks(["s", "o", "source", ...answer], [s]),
  ask_unsaid: { ...asks(["source", ...answer]), words: not },
  ask_unsaid_from: { ...asks(["o", "source", ...answer], [o]), words: not },
  ask_unsaid_to: { ...asks(["o", "source", ...answer], [o]), words: not },
  ask_completeness_of_object: asks(["o", ...scope, ...answer], [o, scope]),
  ask_completeness_of_subject: asks(["s", ...scope, ...answer], [s, scope]),
};

/** The frames of a list by purpose. */
export const listFrameRules: Readonly<Record<string, FrameRule>> = {
  fact: says(["s", "o"], [["s", "o"]]),
  ask_difference: { ...asks(["this", "other", "n", ...answer], [["this"], ["other"]]), words: not },
  ask_members: asks([...scope, ...answer], [scope]),
  ask_some_members: asks(["n", ...scope, ...answer], [scope, ["n"]]),
  ask_missing: asks(["others", ...scope, ...answer], [scope, ["others"]]),
  ask_all: asks(["n", ...scope, ...answer], [scope]),
  ask_count: asks([...scope, ...answer], [scope]),
  ask_not_member: { ...asks([...scope, ...answer], [scope]), words: not },
  ask_odd_one_out: asks([...scope, ...answer], [scope]),
  ask_largest: asks([...scope, ...answer], [scope]),
  ask_smallest: asks([...scope, ...answer], [scope]),
  ask_completeness: asks([...scope, ...answer], [scope]),
};

function asks(
  slots: readonly string[],
  needs: FrameRule["needs"] = [],
  needsWhenTemporal: FrameRule["needs"] = [],
  datedWords: readonly string[] = [],
): FrameRule {
  return { slots, needs, needsWhenTemporal, ending: "?", datedWords, words: [] };
}

function says(
  slots: readonly string[],
  needs: FrameRule["needs"],
  needsWhenTemporal: FrameRule["needs"] = [],
  datedWords: readonly string[] = [],
): FrameRule {
  return { slots, needs, needsWhenTemporal, ending: ".", datedWords, words: [] };
}
