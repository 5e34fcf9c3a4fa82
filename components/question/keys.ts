import { useEffect, useRef } from "react";

/** Calls `act` with 0..8 when 1..9 is pressed, unless the reader is typing or a dialog is open. */
export function useNumberKeys(active: boolean, act: (place: number) => void): void {
  useKeys(active, (key) => {
    if (key.length !== 1 || key < "1" || key > "9") return false;
    act(Number(key) - 1);
    return true;
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
