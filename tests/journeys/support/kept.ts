/** What a browser keeps of a site, as one text: local and session storage, databases, caches. */
import type { Page } from "@playwright/test";

/** Everything that the page's origin has stored in this browser. */
export function keptInBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // By number: an entry named like a method of the store would be hidden behind it.
    const entries = (store: Storage) =>
      Array.from({ length: store.length }, (_, place) => [store.key(place), store.getItem(store.key(place) ?? "")]);
    const parts: unknown[] = [entries(localStorage), entries(sessionStorage), document.cookie];
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ""));
      for (const store of database.objectStoreNames)
        parts.push([name, store, await done(database.transaction(store).objectStore(store).getAll())]);
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) parts.push([request.url, await (await cache.match(request))?.text()]);
    }
    return JSON.stringify(parts);
  });
}
