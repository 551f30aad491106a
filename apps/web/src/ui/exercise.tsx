import css from './exercise.module.css';
import { useCrisisWords } from './use-crisis-words.ts';

/** The word of a drill, wherever it is named. */
export const ExerciseMark = () => <b className={css.mark}>{useCrisisWords().t('exercise')}</b>;

/** Over a whole screen of a drill: a band that says it, and the word across the ground. */
export function ExerciseGround() {
  const { t } = useCrisisWords();
  return (
    <p className={css.band} data-word={t('exercise').toLocaleUpperCase()}>
      <b>{t('exercise')}</b> {t('exerciseWhat')}
    </p>
  );
}
