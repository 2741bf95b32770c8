import { useEffect, useState } from 'preact/hooks';
import { get, signIn } from './api/client.js';
import type { User } from './api/types.js';
import { PAGES } from './pages.js';
import type { Say } from './words/say.js';

interface Props {
  readonly say: Say;
  readonly done: () => void;
}

/** The local issuer's ready-made users; where there is no such issuer, what to do instead. */
export function SignIn({ say, done }: Props) {
  const [users, setUsers] = useState<readonly User[]>();
  const [failed, setFailed] = useState(false);
  const { sign } = say.words;
  useEffect(() => {
    get<User[]>('/auth/users').then(setUsers, () => {
      setUsers([]);
    });
  }, []);
  const choose = ({ id, role }: User) => {
    signIn(id).then(
      () => {
        // To one's own page; who signs in again on some page stays there, with what was half done on it.
        const own = PAGES.find(({ roles }) => roles.includes(role));
        if (own && location.pathname === '/' && own.path !== '/') location.assign(own.path);
        else done();
      },
      () => {
        setFailed(true);
      },
    );
  };
  if (!users) return null;
  return (
    <main class="sign-in">
      <h1>{sign.heading}</h1>
      <p class="muted">{users.length > 0 ? sign.local : sign.none}</p>
      <ul>
        {users.map((user) => (
          <li key={user.id}>
            <button
              type="button"
              onClick={() => {
                choose(user);
              }}
            >
              <b>{user.name}</b>
              <small>
                {sign.roles[user.role] ?? user.role} · {user.region}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {failed && <p class="mark unsold">{sign.failed}</p>}
    </main>
  );
}
