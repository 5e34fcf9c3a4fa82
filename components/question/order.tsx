"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { ValueKey } from "@/lib/questions/question.ts";
import type { QuestionInputProps } from "./input.tsx";

/**
 * Puts things in order: buttons that move a thing up or down, arrow keys on its grip, or dragging; all three do the same.
 * After a move the focus stays on the thing that moved and its new place is said.
 */
export default function OrderInput({ question, when = "answered", onResponse, response, formId }: QuestionInputProps) {
  const t = useTranslations("question");
  const [order, setOrder] = useState<readonly ValueKey[]>(() =>
    response?.kind === "order" ? response.values : question.options.map((option) => option.value),
  );
  const [said, setSaid] = useState("");
  const [dragged, setDragged] = useState<ValueKey | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const textOf = new Map(question.options.map((option) => [option.value, option.text]));

  function move(value: ValueKey, to: number) {
    const place = Math.max(0, Math.min(order.length - 1, to));
    if (order[place] === value) return;
    const rest = order.filter((each) => each !== value);
    const next = [...rest.slice(0, place), value, ...rest.slice(place)];
    setOrder(next);
    setSaid(t("moved", { what: textOf.get(value) ?? "", place: place + 1, of: order.length }));
    if (when === "changed") onResponse({ kind: "order", values: next });
  }

  function onKey(event: KeyboardEvent, value: ValueKey) {
    const place = order.indexOf(value);
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: order.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(value, to);
  }

  function onDrag(event: PointerEvent, value: ValueKey) {
    if (dragged !== value) return;
    const rows = [...(list.current?.children ?? [])];
    const under = rows.findIndex((row) => event.clientY < row.getBoundingClientRect().bottom);
    move(value, under < 0 ? rows.length - 1 : under);
  }

  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault();
        if (when === "answered") onResponse({ kind: "order", values: order });
      }}
    >
      <fieldset>
        <legend className="hidden-text">{question.stem}</legend>
        <p className="note mb-2">
          {t("orderHint")} <span className="for-keys">{t("orderHintKeys")}</span>
        </p>
        <ol ref={list} className="order">
          {order.map((value, place) => (
            <li key={value} className="option" data-dragged={dragged === value || undefined}>
              <button
                type="button"
                className="grip"
                aria-label={t("grip", { what: textOf.get(value) ?? "", place: place + 1, of: order.length })}
                onKeyDown={(event) => onKey(event, value)}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  setDragged(value);
                }}
                onPointerMove={(event) => onDrag(event, value)}
                onPointerUp={() => setDragged(null)}
                onPointerCancel={() => setDragged(null)}
              >
                <span aria-hidden="true">⠿</span>
              </button>
              <span>{textOf.get(value)}</span>
              <span className="order-moves">
                <button
                  type="button"
                  aria-label={t("up", { what: textOf.get(value) ?? "" })}
                  aria-disabled={place === 0}
                  onClick={() => move(value, place - 1)}
                >
                  <span aria-hidden="true">↑</span>
                </button>
                <button
                  type="button"
                  aria-label={t("down", { what: textOf.get(value) ?? "" })}
                  aria-disabled={place === order.length - 1}
                  onClick={() => move(value, place + 1)}
                >
                  <span aria-hidden="true">↓</span>
                </button>
              </span>
            </li>
          ))}
        </ol>
      </fieldset>
      <p role="status" className="hidden-text">
        {said}
      </p>
    </form>
  );
}
