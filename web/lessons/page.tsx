import './lessons.css';
import { findLesson } from '#cors';
import { PageFrame } from '../shell/page-frame.tsx';
import { LessonPage } from './lesson-page.tsx';
import { Path } from './path.tsx';

const place = ['/lessons', 'Lessons'] as const;
const id = location.pathname.split('/')[2] ?? '';

/** The path of all lessons, or the one that the address names. */
export default function Page() {
  const lesson = findLesson(id);
  return (
    <PageFrame title={lesson?.title ?? 'Lessons'} place={place}>
      {lesson ? <LessonPage lesson={lesson} /> : <Path unknown={id} />}
    </PageFrame>
  );
}
