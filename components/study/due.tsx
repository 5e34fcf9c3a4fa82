import { useTranslations } from "next-intl";
import { cardName } from "@/lib/study/card.ts";
import { daysBetween } from "@/lib/study/day.ts";
import { dayOf, type Session } from "@/lib/study/session.ts";

/** When the card on the screen comes back, as far as this browser can tell; nothing for a question that owns no card. */
export function Due({ session }: { readonly session: Session }) {
  const t = useTranslations("study");
  const words = useInterval();
  const card = session.answered?.item.card?.card;
  const review = session.answered?.reviews.find((each) => card && cardName(each.card) === cardName(card));
  if (!card || !review) return null;
  const state = session.states.get(cardName(card));
  const today = dayOf(session, state?.lastAt ?? session.startedAt);
  const days = review.rating === "again" ? 0 : daysBetween(today, review.dueDay);
  return (
    <span className="due">
      {words(days)}
      {state?.cap && days > 0 && <span className="cap"> · {t(`cap.${state.cap}`)}</span>}
    </span>
  );
}

/** Words for an interval of days; 0 is within the session. */
export function useInterval(): (days: number) => string {
  const t = useTranslations("study");
  return (days) => {
    if (days <= 0) return t("due.session");
    if (days < 45) return t("due.days", { days });
    return days < 540
      ? t("due.months", { months: Math.round(days / 30.4) })
      : t("due.years", { years: Math.round(days / 365) });
  };
}
