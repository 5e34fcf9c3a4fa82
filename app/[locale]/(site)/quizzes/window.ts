/** From the next full hour, for a week: what an instructor most often changes least. */
export function usualWindow(now: Date): { readonly opens: Date; readonly closes: Date } {
  const opens = new Date(Math.ceil(now.getTime() / 3_600_000) * 3_600_000);
  return { opens, closes: new Date(opens.getTime() + 7 * 86_400_000) };
}
