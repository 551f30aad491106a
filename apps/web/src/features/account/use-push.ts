import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { PushKey, SubscribeToPush, UnsubscribeFromPush } from './push.query.ts';
import { useAnswer } from './use-answer.ts';
import { useWords } from './words.ts';

const registration = async () => (await navigator.serviceWorker?.getRegistration()) ?? null;
const base64url = (bytes: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer())))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

/** Whether this device is told at once; undefined where its browser cannot be. */
export function usePush() {
  const { t } = useWords();
  const client = useApolloClient();
  const [on, setOn] = useState<boolean>();
  const { wrong, doing, act } = useAnswer();
  useEffect(() => {
    void registration().then(async worker => {
      if (worker && 'pushManager' in worker && 'Notification' in globalThis) setOn((await worker.pushManager.getSubscription()) !== null);
    });
  }, []);

  const no = (message: string) => ({ __typename: 'No', message });
  const begin = async () => {
    if ((await Notification.requestPermission()) !== 'granted') return no(t('push.denied'));
    const worker = (await registration())!; // else there is no switch
    const { data } = await client.query({ query: PushKey, fetchPolicy: 'no-cache' });
    const made = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: data!.pushKey }).catch(() => null);
    if (!made) return no(t('push.notHere'));
    const input = { endpoint: made.endpoint, p256dh: base64url(made.getKey('p256dh')), auth: base64url(made.getKey('auth')) };
    const answer = (await client.mutate({ mutation: SubscribeToPush, variables: { input } })).data!.answer;
    if (answer.__typename !== 'SubscribedToPush') await made.unsubscribe();
    return answer;
  };
  const end = async () => {
    const held = await (await registration())?.pushManager.getSubscription();
    if (!held) return undefined;
    await client.mutate({ mutation: UnsubscribeFromPush, variables: { endpoint: held.endpoint } });
    await held.unsubscribe();
    return undefined;
  };
  const turn = async () => {
    if (await act(on ? end : begin)) setOn(!on);
  };
  return { on, wrong, doing, turn };
}
