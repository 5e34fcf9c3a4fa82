import type { TestProject } from "vitest/node";
import { ensureClient } from "../../scripts/lib/client.ts";
import { migrate } from "../../scripts/lib/migrator.ts";
import { grantToApp, prepareRoles } from "../../scripts/lib/roles.ts";
import { startThrowaway } from "../../scripts/lib/throwaway.ts";

/** Where the tests' databases are made, by role; `{database}` stands for the name. */
export interface TestCluster {
  readonly postgres: string;
  readonly owner: string;
  readonly app: string;
}

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** The database every test file gets a copy of. */
export const template = "recite_template";

/**
 * Once per run: a real PostgreSQL (embedded, or that of `PG_BIN_DIR`) with one migrated template database, its roles and
 * grants as in production. Returns how to end it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureClient();
  const postgres = await startThrowaway();
  const urls = await prepareRoles(postgres, template);
  await migrate(urls.admin);
  await grantToApp(urls.admin, urls.app);
  project.provide("cluster", {
    postgres: postgres.url("postgres", "{database}"),
    owner: postgres.url("recite_owner", "{database}"),
    app: postgres.url("recite_app", "{database}"),
  });
  return () => postgres.stop();
}
