import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, withQuery } from '#kit/api.ts';
import { Notice } from '#kit/card.tsx';
import { isSignOnEnd, SIGN_ON_ENDS, type SignOnEnd, type SignOnOffer } from '../domain/wire.ts';

/** The buttons of the place's own sign-on; nothing where none is set up. Afterwards the same page returns. */
export function SignOnChoices() {
  const offers = useQuery({
    queryKey: ['sign-on'],
    queryFn: () => api.get<{ readonly offered: readonly SignOnOffer[] }>('/api/sign-on'),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const offered = offers.data?.offered ?? [];
  if (offered.length === 0) return null;
  return (
    <div className="stack-s">
      <p className="muted small">或者</p>
      {offered.map((offer) => (
        <a key={offer.connector} className="button button-secondary button-wide" href={withQuery(offer.href, { to: here() })}>
          {offer.name}
        </a>
      ))}
    </div>
  );
}

/** How the way through the sign-on ended, in our own words: the address carries a code and no text. */
export function SignOnOutcome() {
  const [end] = useState(endInAddress);
  if (end === null) return null;
  const { title, says } = SIGN_ON_ENDS[end];
  return (
    <div role={end === 'waiting' ? 'status' : 'alert'}>
      <Notice tone={end === 'waiting' ? 'good' : 'bad'}>
        <p className="strong">{title}</p>
        <p>{says}</p>
      </Notice>
    </div>
  );
}

function endInAddress(): SignOnEnd | null {
  const text = new URLSearchParams(window.location.search).get('sign-on') ?? '';
  return isSignOnEnd(text) ? text : null;
}

function here(): string {
  const query = new URLSearchParams(window.location.search);
  query.delete('sign-on');
  const text = query.toString();
  return `${window.location.pathname}${text === '' ? '' : `?${text}`}`;
}
