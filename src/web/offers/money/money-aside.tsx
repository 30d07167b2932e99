// Beside the form: what the offer would do to the money, out of the real preview. Before the form
// is complete there is nothing to show, and while somebody types what is shown is marked as old:
// a number that no preview has worked out stands nowhere.
import type { Previewed } from '../../contracts/do/previewed.ts';
import { Sums } from '../../parts/amount.tsx';
import { Button } from '../../parts/button.tsx';
import { ifAllReleased } from './if-all-released.ts';
import { rowsNow, rowsOfAll } from './offer-money.ts';

export type MoneyAsideProps = { readonly made: Previewed | null; readonly currency: string };

export function MoneyAside({ made, currency }: MoneyAsideProps) {
  return (
    <div>
      <section aria-labelledby="money">
        <h2 id="money">Money, {currency}</h2>
        {made === null ? (
          <p class="note" data-worked="not">
            What you pay now and what is left after the fee, worked out once the form is complete.
          </p>
        ) : (
          <div data-worked="yes">
            <OfferSums made={made} />
          </div>
        )}
        <p class="note" data-changed hidden>
          You have changed the form since this was worked out.
        </p>
        <div class="above-4">
          <Button name="do" value="work">
            {made === null ? 'Work it out' : 'Work it out again'}
          </Button>
        </div>
      </section>
    </div>
  );
}

/** Now, and in the end if everything is released; the freelancer pays nothing now. */
export function OfferSums({ made }: { made: Previewed }) {
  const { preview, scene } = made;
  const all = ifAllReleased(preview);
  return (
    <>
      {scene.viewer === 'client' && (
        <Sums caption={`What you pay now, in ${scene.currency}`} rows={rowsNow(preview, scene)} />
      )}
      {all !== null && (
        <>
          <h3 class={scene.viewer === 'client' ? 'above-5' : undefined}>
            If all of it is released
          </h3>
          <Sums
            caption={`What both sides come to, in ${scene.currency}`}
            rows={rowsOfAll(all, scene)}
          />
        </>
      )}
      <p class="note above-3">No tax applied.</p>
    </>
  );
}
