import { Trail } from "../ui/trail.tsx";

type Props = {
  readonly id: string;
  readonly of: { readonly classId: string; readonly className: string; readonly title: string };
};

/** Above the heading of a page of one quiz, for those who teach: its class, and the quiz itself. */
export function QuizTrail({ id, of: { classId, className, title } }: Props) {
  const path = `/classes/${classId}`;
  return (
    <Trail
      steps={[
        { href: path, title: className },
        { href: `${path}/quizzes/${id}`, title },
      ]}
    />
  );
}
