// Contracts of the example on which something is going on: offers, work, reviews, questions and
// proposals that wait for an answer.
import { accepted, funded, type Life, paid, submitted } from './lives.ts';

const life = (
  title: string,
  [client, freelancer, currency]: readonly [string, string, string],
  plan: Life['plan'],
  ago: number,
  steps: Life['steps'],
  more: Partial<Life> = {},
): Life => ({ title, client, freelancer, currency, plan, ago, steps, ...more });

const offers: readonly Life[] = [
  life(
    'Annual report 2026',
    ['lighthouse', 'ada', 'USD'],
    [
      ['Outline', '300.00'],
      ['Spreads', '600.00'],
      ['Print file', '300.00'],
    ],
    5.1,
    [],
    { scope: 'Forty-eight pages, two colours, in English and te reo Māori. We send the text.' },
  ),
  life('Jingle for the morning show', ['orchard', 'bo', 'USD'], [['Jingle', '240.00']], 1.2, [], {
    fundFirst: true,
    scope: 'Eight seconds, no words, with a version that fades.',
  }),
  life('Icon refresh', ['tom', 'femi', 'USD'], [['Forty icons', '480.00']], 2.4, [
    [
      0.8,
      'freelancer',
      'counter_offer',
      {
        milestones: [
          { id: 'm1', title: 'First twenty icons', amount: '280.00' },
          { id: 'm2', title: 'Second twenty icons', amount: '280.00' },
        ],
        note: 'In two halves, so that you can change direction after the first.',
      },
    ],
  ]),
  life('Translation of the manual', ['kestrel', 'priya', 'EUR'], [['Manual', '650.00']], 20, [
    [
      1.1,
      'freelancer',
      'decline_offer',
      { reason: 'My next weeks are full. Thank you for asking.' },
    ],
  ]),
  life('Podcast cover', ['orchard', 'noor', 'USD'], [['Cover', '180.00']], 33, []),
  life('Shop photographs', ['tom', 'bo', 'USD'], [['Sixty photographs', '900.00']], 12, [
    [0.9, 'client', 'withdraw_offer'],
  ]),
];

const working: readonly Life[] = [
  life(
    'Hedgerow field guide: plates and cover',
    ['marsh', 'ada', 'USD'],
    [
      ['Sketches for twelve plates', '600.00', 25],
      ['Plates 1–6 in colour', '900.00', 46],
      ['Plates 7–12 in colour', '900.00', 74],
      ['Cover', '600.00', 102],
    ],
    50,
    accepted(
      paid('m1', 1, 24, 4),
      funded('m2', 29.2),
      submitted(
        'm2',
        45.8,
        'The blackthorn is repainted from the specimen Tom sent. Print profile is in the notes.',
      ),
      [
        46.4,
        'client',
        'send_message',
        { text: 'Thank you. I look at them on Friday, in daylight.' },
      ],
      [46.6, 'freelancer', 'send_message', { text: 'Look at plate 4 first, that one was hard.' }],
    ),
    { scope: 'Twelve plates of hedgerow plants in watercolour, and a cover for the book.' },
  ),
  life(
    'Online shop: catalogue and checkout',
    ['tom', 'noor', 'USD'],
    [
      ['Catalogue', '800.00', 20],
      ['Checkout', '1200.00', 44],
      ['Handover', '400.00', 66],
    ],
    48,
    accepted(
      paid('m1', 1, 15, 3),
      funded('m2', 20.5),
      [
        31,
        'client',
        'send_message',
        { text: 'How far is the checkout? My sister asks every day.' },
      ],
      [
        31.3,
        'freelancer',
        'send_message',
        { text: 'It takes cards in my copy. Addresses come next.' },
      ],
    ),
    { scope: 'A shop for two hundred prints: catalogue, basket, checkout, and a handover.' },
  ),
  life(
    'Booking widget',
    ['tom', 'ada', 'USD'],
    [['Widget', '750.00', 16]],
    15,
    accepted(funded('m1', 1), [
      9.5,
      'freelancer',
      'ask_clarification',
      {
        question: 'Which calendar should it read, yours or the one of the venue?',
      },
    ]),
    { scope: 'Something people can book with. Details to follow.' },
  ),
  life(
    'Newsletter templates',
    ['orchard', 'priya', 'USD'],
    [
      ['Two templates', '320.00', 12],
      ['Dark version', '120.00', 24],
    ],
    18,
    accepted(
      funded('m1', 1),
      submitted('m1', 4.6, 'Both templates, tested in nine mail programs.'),
    ),
  ),
  life(
    'Map of the valley',
    ['lighthouse', 'femi', 'USD'],
    [
      ['Base map', '700.00', 20],
      ['Labels', '300.00', 34],
    ],
    26,
    accepted(
      funded('m1', 1),
      submitted('m1', 14, 'Contours every ten metres.'),
      [17, 'client', 'request_changes', { milestone: 'm1', note: 'The river runs the other way.' }],
      submitted('m1', 24.5, 'Now it runs downhill.'),
    ),
  ),
  life(
    'Garden centre website',
    ['kestrel', 'bo', 'EUR'],
    [
      ['Design', '500.00', 14],
      ['Build', '1100.00', 40],
    ],
    30,
    accepted(
      funded('m1', 1),
      submitted('m1', 10, 'Three pages, narrow and wide.'),
      [13, 'client', 'release_payment', { milestone: 'm1', amount: '350.00' }],
      funded('m2', 13.5),
    ),
  ),
  life(
    'Price list, spring',
    ['marsh', 'priya', 'GBP'],
    [['Price list', '260.00', 19]],
    22,
    accepted(funded('m1', 0.8), [
      17.5,
      'freelancer',
      'propose_change',
      {
        milestones: [{ id: 'm1', due_in_days: 27 }],
        note: 'Two suppliers have not sent their prices. Eight more days would do.',
      },
    ]),
  ),
  life(
    'Exhibition signs',
    ['lighthouse', 'ada', 'USD'],
    [
      ['Signs for three rooms', '450.00', 30],
      ['Signs outside', '200.00', 44],
    ],
    36,
    accepted(paid('m1', 1, 9, 2), [
      30,
      'client',
      'propose_cancel',
      {
        note: 'The outside signs are not needed any more. Shall we stop here?',
      },
    ]),
  ),
  life(
    '商品ページの翻訳',
    ['yuki', 'priya', 'JPY'],
    [
      ['十ページ', '48000', 15],
      ['校正', '9000', 24],
    ],
    13,
    accepted(funded('m1', 1), submitted('m1', 11.2, '十ページすべて翻訳しました。')),
  ),
  life(
    'Sound edit, twelve episodes',
    ['orchard', 'bo', 'USD'],
    [
      ['Episodes 1–6', '540.00', 20],
      ['Episodes 7–12', '540.00', 41],
    ],
    29,
    accepted(
      paid('m1', 1, 14, 2),
      funded('m2', 18),
      [
        22,
        'freelancer',
        'ask_clarification',
        {
          question: 'Do you want the breaths left in?',
        },
      ],
      [22.6, 'client', 'answer_clarification', { answer: 'Yes, but softer.' }],
    ),
  ),
  life(
    'Festival poster',
    ['gus', 'femi', 'EUR'],
    [['Poster', '300.00', 20]],
    9,
    accepted(funded('m1', 1.5)),
  ),
  life(
    'Style guide',
    ['kestrel', 'noor', 'USD'],
    [
      ['Draft', '400.00', 9],
      ['Final', '260.00', 25],
    ],
    16,
    accepted(funded('m1', 0.7), submitted('m1', 3.05, 'Forty pages, with an index.')),
  ),
  life(
    'Letterhead and cards',
    ['tom', 'priya', 'USD'],
    [['Letterhead and cards', '210.00', 12]],
    6,
    accepted(),
  ),
  life(
    'Menu for the café',
    ['kestrel', 'ada', 'EUR'],
    [['Menu', '160.00', 10]],
    8,
    accepted(funded('m1', 0.6), [
      2,
      'client',
      'add_milestone',
      { id: 'drinks', title: 'Drinks card', amount: '60.00' },
    ]),
  ),
  life(
    'Reading app icons',
    ['yuki', 'ada', 'JPY'],
    [['Twelve icons', '60000', 21]],
    14,
    accepted(funded('m1', 1)),
  ),
];

export const openLives: readonly Life[] = [...offers, ...working];
