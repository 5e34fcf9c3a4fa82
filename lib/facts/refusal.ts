/** Why something is not asked: one word for each reason, used by the truth test and by every form above it. */

/** Why a question is not asked. Tests assert on the reason. */
export type RefusalReason =
  | "two_keys"
  | "no_key"
  | "bound_day"
  | "precision"
  | "undated"
  | "open_list"
  | "contradiction"
  | "no_distractor"
  | "leak"
  | "tie"
  | "too_near"
  | "homonym"
  | "near_synonym"
  | "qualifier"
  | "not_one_to_one"
  | "second_criterion"
  | "out_of_scope"
  | "no_frame"
  | "not_askable";

/** A reason with what it is about, for authors: `bound_day`, "Ilse Brandt may have begun on that day". */
export type Doubt = { readonly reason: RefusalReason; readonly detail: string };
