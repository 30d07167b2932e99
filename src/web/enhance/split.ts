// How an amount is divided, while it is typed: the part of the one, and what is left for the other.
// It works on the table that the server wrote; without this file the button beside it does the
// same. Exact, by whole numbers; only a preview: the server works everything out anew.
import { formatFigure } from '../../words/money.ts';

const TYPED = /^\d{1,12}(\.\d*)?$/;

class SplitSum extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', this.divide);
  }

  disconnectedCallback(): void {
    this.removeEventListener('input', this.divide);
  }

  private readonly divide = (): void => {
    const text = this.querySelector('input')?.value.trim() ?? '';
    const digits = Number(this.dataset.digits ?? '2');
    const whole = minorOf(this.dataset.whole ?? '', digits);
    const part = minorOf(text, digits);
    const fits = part !== null && whole !== null && part <= whole;
    this.show('freelancer', fits ? part : null, digits);
    this.show('client', fits ? whole - part : null, digits);
  };

  private show(side: string, minor: bigint | null, digits: number): void {
    const output = this.querySelector<HTMLOutputElement>(`output[data-part="${side}"]`);
    if (output !== null) output.value = minor === null ? '–' : formatFigure(text(minor, digits));
  }
}

/** Null for what is no amount, or has more digits than the currency. */
function minorOf(amount: string, digits: number): bigint | null {
  const [whole = '', fraction = ''] = amount.split('.');
  if (!TYPED.test(amount) || fraction.length > digits) return null;
  return BigInt(whole + fraction.padEnd(digits, '0'));
}

function text(minor: bigint, digits: number): string {
  const padded = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

if (customElements.get('split-sum') === undefined) customElements.define('split-sum', SplitSum);
