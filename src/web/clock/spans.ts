// The spans that one click moves the clock by.

export const spans = [
  { by: 'PT1H', label: '1 hour' },
  { by: 'P1D', label: '1 day' },
  { by: 'P3D', label: '3 days' },
  { by: 'P7D', label: '7 days' },
  { by: 'P14D', label: '14 days' },
  { by: 'P30D', label: '30 days' },
] as const;
