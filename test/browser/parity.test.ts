import './backend.ts';
import { trainingBehaviour } from '../parity/training.suite.ts';
import { vitParity } from '../parity/vit.suite.ts';

vitParity();
trainingBehaviour();
