import { css } from 'lit';

export const detailStyles = css`
  .sheet-inside .picture {
    border-radius: var(--_control-radius);
    overflow: hidden;
  }
  .close {
    justify-self: end;
    margin-block: calc(-1 * var(--_space-3)) 0;
  }
  .prose {
    white-space: pre-line;
  }
`;
