import { css } from 'lit';

/**
 * What residents touch and read: `.button` (`.primary`, `.quiet`), `.field` with `label`, `.hint`, `.counter`,
 * `.problem`; `.choices` of `.choice` (`.pill`, `.card`, `.check`); `.notice` (`.info`, `.ok`, `.warning`, `.error`);
 * `.error-summary`, `.progress`, `.tag`, `.sheet`, `.stack`, `.actions`, `.lead`, `.link`, `.icon`, `.for-reader`.
 */
export const controls = css`
  .for-reader {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
