import '@buurt/buurt';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Buurt({ endpoint, buurt }: { endpoint: string; buurt: string }) {
  const [supported, setSupported] = useState('');
  const [dark, setDark] = useState(false);
  return (
    <buurt-provider endpoint={endpoint} buurt={buurt}>
      <button onClick={() => setDark(!dark)}>Donker</button>
      <output>{supported}</output>
      <buurt-initiative-list
        pageSize={3}
        heading-level="3"
        theme-preset={dark ? 'dark' : 'auto'}
        onbuurt-support={({ detail }) => setSupported(detail.supported ? detail.initiativeId : '')}
      />
      <buurt-map-card heading-level={3} />
      <buurt-idea-form texts={{ heading: 'Uw idee in React' }} />
      <buurt-budget-vote />
    </buurt-provider>
  );
}

const place = document.getElementById('app')!;
createRoot(place).render(<Buurt endpoint={place.dataset.endpoint!} buurt={place.dataset.buurt!} />);
