"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useRef, useState } from "react";
import type { ValueKey } from "@/lib/facts/value.ts";

type Props = {
  readonly names: readonly { readonly holder: ValueKey; readonly name: string }[];
  /** Into the seat that is marked. */
  readonly onPress: (holder: ValueKey) => void;
  readonly onDrop: (holder: ValueKey, place: number) => void;
};

/** A press is no drag, and the other way round: so far the pointer has to move, in pixels. */
const least = 6;

/** The names that are left: each is pressed into the marked seat, or dragged into another. */
export function ChainNames({ names, onPress, onDrop }: Props) {
  const t = useTranslations("play.chain");
  const [drag, setDrag] = useState<{ readonly at: number; readonly x: number; readonly y: number } | null>(null);
  const start = useRef({ x: 0, y: 0, moved: false });

  function onMove(event: PointerEvent, at: number) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const [x, y] = [event.clientX - start.current.x, event.clientY - start.current.y];
    if (Math.hypot(x, y) < least && !start.current.moved) return;
    start.current.moved = true;
    setDrag({ at, x, y });
  }

  function onUp(event: PointerEvent, holder: ValueKey) {
    setDrag(null);
    if (!start.current.moved) return;
    const place = seatUnder(event);
    if (place !== null) onDrop(holder, place);
  }

  return (
    <div className="chain-names">
      <p className="note">{t("hint")}</p>
      <ul aria-label={t("names")}>
        {names.map(({ holder, name }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: who belongs twice is there twice.
          <li key={`${holder} ${at}`}>
            <button
              type="button"
              data-dragged={drag?.at === at ? "" : undefined}
              style={drag?.at === at ? { translate: `${drag.x}px ${drag.y}px` } : undefined}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                start.current = { x: event.clientX, y: event.clientY, moved: false };
              }}
              onPointerMove={(event) => onMove(event, at)}
              onPointerUp={(event) => onUp(event, holder)}
              onPointerCancel={() => setDrag(null)}
              onClick={() => {
                if (!start.current.moved) onPress(holder);
                start.current.moved = false;
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The seat at a point of the screen; null where there is none. */
function seatUnder({ clientX, clientY }: PointerEvent): number | null {
  const under = document.elementsFromPoint(clientX, clientY);
  const seat = under.map((each) => each.closest<HTMLElement>("[data-seat]")).find((each) => each);
  return seat ? Number(seat.dataset.seat) : null;
}
