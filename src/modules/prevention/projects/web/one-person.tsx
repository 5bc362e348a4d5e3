import { Button } from '#kit/button.tsx';

/** Says that a list is narrowed to one worker, as the rows behind a warning are, and how to see all again. */
export function OnePerson({ person, onAll }: { readonly person: string; readonly onAll: () => void }) {
  if (person === '') return null;
  return (
    <p className="month-pick">
      <span className="strong">只看一个人的</span>
      <Button small onClick={onAll}>
        看全部
      </Button>
    </p>
  );
}
