/** What every answer has, also those outside the contract and those to what is no request. */
export const headersOfAll = {
  'X-Content-Type-Options': 'nosniff',
  'Strict-Transport-Security': 'max-age=31536000',
  'Permissions-Policy': 'camera=(), microphone=(), payment=(), usb=()',
} as const;
