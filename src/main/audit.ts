// Refolds every stream, derives and sums every posting, checks every chain, and says what differs.
// Exits 1 when anything does. The embedded database must not be in use by a server meanwhile.
import { auditAll } from '../engine/audit/audit.ts';
import { assertNode, readConfig } from './config.ts';
import { openStore } from './house.ts';
import { orSayWhy } from './or-say-why.ts';

/** Prints what was audited and what was found; answers whether nothing was. */
export async function audit(env: NodeJS.ProcessEnv): Promise<boolean> {
  assertNode();
  const db = await openStore(readConfig(env));
  try {
    const { contracts, wallets, events, postings, findings } = await auditAll(db);
    console.log(
      `Audited ${contracts} contracts and ${wallets} wallets: ` +
        `${events} events, ${postings} movements of money.`,
    );
    for (const { kind, about, detail } of findings) console.error(`${kind} ${about}: ${detail}`);
    console.log(findings.length === 0 ? 'Everything holds.' : count(findings.length));
    return findings.length === 0;
  } finally {
    await db.close();
  }
}

function count(findings: number): string {
  return findings === 1 ? '1 finding.' : `${findings} findings.`;
}

if (import.meta.main) {
  await orSayWhy(async () => {
    process.exitCode = (await audit(process.env)) ? 0 : 1;
  });
}
