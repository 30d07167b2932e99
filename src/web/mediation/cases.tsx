// The list of cases, which is empty: an honest page instead of a missing one.
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Empty } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';

export function CasesPage({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title="Cases">
      <Head title="Cases" state="No case waits for a mediator." />
      <NoCases />
    </Page>
  );
}

export function NoCases() {
  return (
    <Empty says="No cases. Most contracts never have one.">
      Disputes are not part of this version. Until they are, both sides settle by releasing,
      changing or ending a contract together. <a href="/rules">The rules in force</a>
    </Empty>
  );
}
