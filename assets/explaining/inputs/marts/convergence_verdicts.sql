/*
same_as = "metrics/convergence_test"
*/
