// Amounts as people type them into a form, brought into the one form that commands know, and only
// when there is one way to read them: "$1,200.00" is 1200.00, but "1,200" may be either of two
// numbers a thousand times apart, so it stays as it is and the shape refuses it.

const spaces = /[\s\u00a0\u2009\u202f]+/g;
const symbols = /^(?:[A-Z]{3}|[$€£¥₹])|(?:[A-Z]{3}|[$€£¥₹])$/g;

/** The decimal that was meant, or the text unchanged. */
export function amountText(typed: string): string {
  const text = typed.trim().replace(/^\u2212/, '-');
  const bare = unsigned(text.replace(symbols, '').trim());
  const sign = text.startsWith('-') || bare.negative ? '-' : '';
  const plain = plainNumber(bare.text);
  return plain === null ? typed.trim() : sign + plain;
}

function unsigned(text: string): { text: string; negative: boolean } {
  const negative = /^[-\u2212]/.test(text);
  const rest = negative ? text.slice(1) : text;
  return { text: rest.replace(symbols, '').trim(), negative };
}

/** Digits with a point, whichever of the usual ways of writing them was used. */
function plainNumber(text: string): string | null {
  if (/^\d+(\.\d+)?$/.test(text)) return text;
  const grouped = text.replaceAll(spaces, ' ');
  if (/^\d{1,3}([ '’]\d{3})+([.,]\d{1,2})?$/.test(grouped)) {
    return grouped.replaceAll(/[ '’]/g, '').replace(',', '.');
  }
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(text)) return text.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^\d{1,3}(,\d{3}){2,}$/.test(text)) return text.replaceAll(',', '');
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(text)) return text.replaceAll('.', '');
  // A comma with one or two digits after it separates no thousands.
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : null;
}
