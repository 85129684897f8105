import '../../backend-cpu.ts';
import { trainingBehaviour } from '../../parity/training.suite.ts';

trainingBehaviour();
