// The milestones of an offer as a living list: rows are added, removed and moved at once and the
// total follows. It works on the form as the server wrote it (parts/form/composer.tsx); without
// this file the same buttons post the form and the server answers with the changed rows.
// The order of the rows is the order of their fields, so moving a row moves its values. What the
// server has worked out beside the form is marked as old as soon as something is typed.
import { digitsOf } from '../../domain/money/currencies.ts';
import { formatAmount } from '../../words/money.ts';
import { sumOf } from './sum.ts';

class MilestoneComposer extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', this.press);
    this.addEventListener('input', this.total);
    this.whole = this.closest('form');
    this.whole?.addEventListener('input', this.changed);
    this.renumber();
    this.total();
  }

  disconnectedCallback(): void {
    this.removeEventListener('click', this.press);
    this.removeEventListener('input', this.total);
    this.whole?.removeEventListener('input', this.changed);
  }

  private whole: HTMLFormElement | null = null;

  private rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('ol > li')];
  }

  private readonly press = (event: Event): void => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const verb = button?.dataset.does;
    if (button === null || verb === undefined) return;
    event.preventDefault();
    const row = button.closest('li');
    if (verb === 'add') this.add();
    else if (row !== null) this.change(verb, row);
    this.renumber();
    this.changed();
  };

  /** The form is no longer the one that was worked out; its currency may be another one. */
  private readonly changed = (): void => {
    const select = this.whole?.elements.namedItem('currency');
    if (select instanceof HTMLSelectElement) {
      this.dataset.currency = select.value;
      this.dataset.digits = String(digitsOf(select.value) ?? 2);
    }
    for (const old of this.whole?.querySelectorAll<HTMLElement>('[data-worked]') ?? []) {
      const isNumbers = old.dataset.worked === 'yes';
      old.classList.toggle('outdated', isNumbers);
      const told = old.parentElement?.querySelector<HTMLElement>('[data-changed]');
      if (isNumbers && told) told.hidden = false;
    }
    this.total();
  };

  private add(): void {
    const last = this.rows().at(-1);
    if (last === undefined) return;
    const row = last.cloneNode(true) as HTMLElement;
    for (const input of row.querySelectorAll('input')) {
      input.value = '';
      input.removeAttribute('aria-invalid');
    }
    for (const error of row.querySelectorAll('.error')) error.remove();
    for (const field of row.querySelectorAll('.wrong')) field.classList.remove('wrong');
    last.after(row);
    row.querySelector<HTMLInputElement>('input:not([type="hidden"])')?.focus();
    this.say(`Milestone ${this.rows().length} added.`);
  }

  private change(verb: string, row: HTMLElement): void {
    const rows = this.rows();
    const index = rows.indexOf(row);
    const [before, after] = [rows[index - 1], rows[index + 1]];
    const name = `Milestone ${index + 1}`;
    if (verb === 'remove' && rows.length > 1) {
      row.remove();
      (after ?? before)?.querySelector<HTMLInputElement>('input:not([type="hidden"])')?.focus();
      this.say(`${name} removed.`);
    }
    if (verb === 'up' && before !== undefined) this.move(row, () => before.before(row), verb, name);
    if (verb === 'down' && after !== undefined) this.move(row, () => after.after(row), verb, name);
  }

  private move(row: HTMLElement, place: () => void, verb: string, name: string): void {
    place();
    this.renumber();
    const same = row.querySelector<HTMLButtonElement>(`button[data-does="${verb}"]:not([hidden])`);
    (same ?? row.querySelector<HTMLButtonElement>('.tools button:not([hidden])'))?.focus();
    this.say(`${name} moved ${verb}.`);
  }

  private renumber(): void {
    const rows = this.rows();
    rows.forEach((row, index) => {
      numberRow(row, index);
      hideTool(row, 'up', index === 0);
      hideTool(row, 'down', index === rows.length - 1);
      hideTool(row, 'remove', rows.length === 1);
    });
  }

  private readonly total = (): void => {
    const output = this.querySelector('output');
    const { currency = '', digits = '2' } = this.dataset;
    if (output === null) return;
    const inputs = this.querySelectorAll<HTMLInputElement>('input[name="milestone_amount"]');
    const sum = sumOf(
      [...inputs].map((input) => input.value),
      Number(digits),
    );
    output.value =
      sum === undefined ? 'once every amount is a number' : formatAmount(sum, currency);
  };

  private say(sentence: string): void {
    const live = this.querySelector('[role="status"]');
    if (live !== null) live.textContent = sentence;
  }
}

/** Legend, ids, what refers to them, and the values of the buttons all carry the row's number. */
function numberRow(row: HTMLElement, index: number): void {
  const legend = row.querySelector('legend');
  if (legend !== null) legend.textContent = `Milestone ${index + 1}`;
  for (const element of row.querySelectorAll('[id], [for], [aria-describedby]')) {
    for (const name of ['id', 'for', 'aria-describedby']) {
      const value = element.getAttribute(name)?.replace(/milestone-\d+/g, `milestone-${index}`);
      if (value !== undefined) element.setAttribute(name, value);
    }
  }
  for (const button of row.querySelectorAll<HTMLButtonElement>('button[data-does]')) {
    button.value = `${button.dataset.does}:${index}`;
    const number = button.querySelector('.hidden');
    if (number !== null) number.textContent = ` milestone ${index + 1}`;
  }
}

function hideTool(row: HTMLElement, verb: string, hidden: boolean): void {
  const button = row.querySelector<HTMLButtonElement>(`button[data-does="${verb}"]`);
  if (button !== null) button.hidden = hidden;
}

if (customElements.get('milestone-composer') === undefined) {
  customElements.define('milestone-composer', MilestoneComposer);
}
