import { useEffect, useRef } from "react";

/**
 * The keys of options, in their order: 1 to 9, or a to i where an option begins with a figure itself, so that "3" beside "8" is
 * never taken for its name.
 */
export function optionKeys(texts: readonly string[]): readonly string[] {
  const isFigure = texts.some((text) => /^\P{L}*\d/u.test(text));
  return [...(isFigure ? "abcdefghi" : "123456789")].slice(0, texts.length);
}

/** Calls `act` with the place (from 0) of the key pressed, unless the reader is typing or a dialog is open. */
export function useOptionKeys(active: boolean, keys: readonly string[], act: (place: number) => void): void {
  useKeys(active, (key) => {
    const place = keys.indexOf(key.toLowerCase());
    if (place >= 0) act(place);
    return place >= 0;
  });
}

/** Calls `act` with every key pressed on the page; what it handles (returns true) goes no further. */
export function useKeys(active: boolean, act: (key: string, event: KeyboardEvent) => boolean): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if ((event.key === "Enter" || event.key === " ") && isPressed(event.target)) return;
      if (latest.current(event.key, event)) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [active]);
}

/** Do enter and space press what has the focus? Then they mean that and nothing else. */
function isPressed(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, summary, input, select") !== null;
}

/** Does the key belong to a text that is being written? */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["radio", "checkbox", "button", "submit"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}
